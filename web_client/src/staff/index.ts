/** The council's staff and their ways in. */
export { StaffList } from './StaffList';
