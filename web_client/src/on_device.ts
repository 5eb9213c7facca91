/** Small choices that stay on the device and say nothing about anyone. A device may refuse to keep them. */

export function readOnDevice(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

export function writeOnDevice(name: string, value: string | null): void {
  try {
    if (value === null) localStorage.removeItem(name);
    else localStorage.setItem(name, value);
  } catch {
    // Then the choice lasts until the page closes.
  }
}
