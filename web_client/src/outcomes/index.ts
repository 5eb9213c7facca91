/** What a review answered and decided: written, shared, and followed until it is done. */
export { Outcomes } from './Outcomes';
