/** A child's circle for those who keep it, and what somebody in it sees. */
export { Circle } from './Circle';
export { SeenBy } from './SeenBy';
