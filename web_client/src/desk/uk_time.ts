/** A day and a time as a clock in the UK shows them, and the moment that they name. */
import { formatTime } from '../words';

/** The moment at which clocks in the UK show this day and time, whatever the computer's own clock is set to. */
export function momentInUk(day: string, time: string): string {
  const asIfUtc = new Date(`${day}T${time}:00Z`);
  const shown = formatTime(asIfUtc.toISOString());
  const [hours = 0, minutes = 0] = shown.split(':').map(Number);
  const [wantedHours = 0, wantedMinutes = 0] = time.split(':').map(Number);
  const ahead = (((hours - wantedHours) * 60 + minutes - wantedMinutes + 1440) % 1440) * 60_000;
  return new Date(asIfUtc.getTime() - ahead).toISOString().replace('.000Z', 'Z');
}
