/** What an officer takes up with the council for one child, and what was done well. */
export { Disputes } from './Disputes';
