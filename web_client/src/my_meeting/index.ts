/** The screens where a child plans their own meeting. */
export { forLater } from './for_later';
export { MyMeeting } from './MyMeeting';
