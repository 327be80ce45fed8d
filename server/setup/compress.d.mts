export function compressScripts(staticDirectory: string): Promise<void>
