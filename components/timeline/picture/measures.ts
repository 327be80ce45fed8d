/** Heights of the picture's parts, in pixels. */
export const LANE_HEIGHT = 60
export const AXIS_HEIGHT = 28
const POINT_IN_LANE = 23

/** Where the points of a lane stand, from the top. */
export function laneY(lane: number): number {
  return lane * LANE_HEIGHT + POINT_IN_LANE
}
