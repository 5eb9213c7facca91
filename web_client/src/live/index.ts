/** The meeting itself: the child's own screen, that of the people in it, and what comes after. */
export { HowWasIt } from './HowWasIt';
export { InTheMeeting } from './InTheMeeting';
export { MyLiveMeeting } from './MyLiveMeeting';
