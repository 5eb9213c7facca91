/** Where a reviewing officer gives the signed record to people, each their own view of it. */
export { Distribution } from './Distribution';
