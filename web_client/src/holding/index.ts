/** A review's days: what is due by when, and the moves that hold, adjourn or postpone it. */
export { ReviewDays } from './ReviewDays';
