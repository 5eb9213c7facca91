"""The limit of a fan-out: one bare asyncio process that tells every stream the same bytes."""

import asyncio
import sys

OPEN: set[asyncio.StreamWriter] = set()


async def answer(asking: asyncio.StreamReader, line: asyncio.StreamWriter) -> None:
    """Keep a GET open; tell everybody what a PUT says."""
    try:
        while True:
            head = await asking.readuntil(b"\r\n\r\n")
            if head.startswith(b"GET"):
                line.write(b"HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n: open\n\n")
                OPEN.add(line)
                await asking.read()
                return
            size = int(head.lower().partition(b"content-length:")[2].split(b"\r\n")[0])
            said = await asking.readexactly(size)
            line.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}")
            for each in OPEN:
                each.write(b"data: " + said + b"\n\n")
    except (asyncio.IncompleteReadError, ConnectionError):
        pass
    finally:
        OPEN.discard(line)
        line.close()


async def main() -> None:
    """Serve on the port of the command line until the process is ended."""
    server = await asyncio.start_server(answer, "127.0.0.1", int(sys.argv[1]), backlog=1000)
    await server.serve_forever()


if __name__ == "__main__":
    asyncio.run(main())
