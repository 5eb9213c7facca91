/** A meeting for whoever has no account: joining with a code, and the screen in the middle of the room. */
export { BigScreen } from './BigScreen';
export { JoinMeeting } from './JoinMeeting';
