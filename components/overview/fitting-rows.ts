/** A row may end a part of a pixel below where the box does. */
const SLACK_PX = 1

/**
 * How many rows can be seen whole in a box of `height`, of rows that end at `ends` below its top, the first one always; where
 * not all can, `reserved` is kept free below them. All in pixels.
 */
export function fittingRows(ends: readonly number[], height: number, reserved: number): number {
  const within = (room: number) => ends.filter((end) => end <= room + SLACK_PX).length
  if (within(height) === ends.length) return ends.length
  return Math.max(1, within(height - reserved))
}
