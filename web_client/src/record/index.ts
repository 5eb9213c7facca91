/** The record of a review: what is known under each heading, and what the IRO writes beside it. */
export { ReviewRecord } from './ReviewRecord';
