/** The reviewing officer's view of a child's plan for their meeting. */
export { MeetingPlan } from './MeetingPlan';
