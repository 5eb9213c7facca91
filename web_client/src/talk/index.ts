/** Talking to the reviewing officer between reviews, and asking for something. */
export { Asks } from './Asks';
export { Talk } from './Talk';
