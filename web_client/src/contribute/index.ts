/** Where carers, parents and professionals add what they know, and anyone writes an observation. */
export { Contribute } from './Contribute';
export { MyReviews } from './MyReviews';
