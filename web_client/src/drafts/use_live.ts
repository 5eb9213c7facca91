/** A running meeting for a screen: open as long as the screen is there. */
import { useEffect, useMemo } from 'preact/hooks';
import { type Door, partDoor } from '../api/live';
import { LiveRoom, type Part } from './live_room';

export function useLiveRoom(door: Door, part: Part | null = null): LiveRoom {
  const room = useMemo(() => new LiveRoom(door, part), [door]);
  useEffect(() => {
    room.open();
    return () => room.close();
  }, [room]);
  return room;
}

export function usePartRoom(reviewId: string, partId: string): LiveRoom {
  const door = useMemo(() => partDoor(reviewId, partId), [reviewId, partId]);
  return useLiveRoom(door, { reviewId, partId });
}
