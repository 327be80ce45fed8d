/** What a role is started with. */
export interface RoleOptions {
  dev: boolean
  /** Tells the supervisor that the role has reached a state. */
  report(state: RoleState): void
}

/** A role at work. */
export interface RunningRole {
  /** Finishes what is in hand, gives it up after `deadlineMs`, and closes what the role opened. */
  stop(deadlineMs: number): Promise<void>
}

/** `listening`: it takes work. `ready`: all of it works at full speed. */
export type RoleState = 'listening' | 'ready'

/** A role's module. Importing it does the slow part that needs no database; `start` is called when there is one. */
export interface RoleModule {
  start(options: RoleOptions): Promise<RunningRole>
}

/** The parts that Jejak can be divided into, each a process of its own. A new one is a line here. */
export const roles = {
  web: (): Promise<RoleModule> => import('./web'),
  worker: (): Promise<RoleModule> => import('./worker'),
}

export type RoleName = keyof typeof roles

/** Supervisor to role. */
export type RoleOrder = { type: 'open'; databaseUrl: string } | { type: 'stop'; deadlineMs: number }

/** Role to supervisor. `failed` is said before the role ends, in words for people. */
export type RoleReport = { type: 'state'; state: RoleState } | { type: 'failed'; message: string }
