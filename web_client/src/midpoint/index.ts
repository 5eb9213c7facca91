/** Looking half way at what a review promised. */
export { Midpoint } from './Midpoint';
