/** What waits for an officer across the caseload, and one conversation. */
export { Inbox } from './Inbox';
export { Talk } from './Talk';
