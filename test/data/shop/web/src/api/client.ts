const base = process.env['SHOP_API'] ?? 'http://localhost:8080';

/** The answer to a GET as JSON; null when there is nothing at the address. */
export async function get<T>(path: string): Promise<T> {
  const response = await fetch(base + path);
  if (response.status === 404) return null as T;
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return (await response.json()) as T;
}

/** Whether the server accepted what was sent. */
export async function post(path: string, body: unknown): Promise<boolean> {
  const response = await fetch(base + path, { method: 'POST', body: JSON.stringify(body) });
  return response.ok;
}
