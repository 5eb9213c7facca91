/** The meeting on the officer's desk. */
export { LiveDesk } from './LiveDesk';
