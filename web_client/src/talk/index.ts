/** Talking to the reviewing officer between reviews, and asking for something. */
export { Talk } from './Talk';
