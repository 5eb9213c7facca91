/** The one store on this device. */
import { DeviceStore } from './device_store';

export const device = new DeviceStore();
