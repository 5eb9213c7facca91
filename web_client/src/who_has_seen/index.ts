/** Where a child sees who has seen what they said. */
export { WhoHasSeen } from './WhoHasSeen';
