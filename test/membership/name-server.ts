import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { AddressInfo } from "node:net";

/** What a name has: texts of TXT records, addresses of A records, hosts of MX records, and where a CNAME leads. */
export type Zone = Record<string, { txt?: string[]; a?: string[]; mx?: string[]; cname?: string }>;

const types = { a: 1, cname: 5, mx: 15, txt: 16 } as const;

/** A name server (RFC 1035) that answers these over UDP out of `zone`, on loopback; tells what it was asked. */
export async function startNameServer(zone: Zone) {
  const asked: string[] = [];
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const { name, type, end } = question(query);
    asked.push(name);
    const records = dataOf(zone[name] ?? {}, type).map((data) => record(type, data));
    const head = Buffer.alloc(12);
    query.copy(head, 0, 0, 2);
    head.writeUInt16BE(0x8180, 2);
    head.writeUInt16BE(1, 4);
    head.writeUInt16BE(records.length, 6);
    socket.send(Buffer.concat([head, query.subarray(12, end), ...records]), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  return {
    address: `127.0.0.1:${(socket.address() as AddressInfo).port}`,
    asked,
    stop: () => socket.close(),
  };
}

/** What the records of a type hold (RFC 1035, 3.3 and 3.4). */
function dataOf({ txt = [], a = [], mx = [], cname }: Zone[string], type: number): Buffer[] {
  if (type === types.txt) return txt.map((text) => Buffer.from([text.length, ...Buffer.from(text)]));
  if (type === types.a) return a.map((address) => Buffer.from(address.split(".").map(Number)));
  if (type === types.mx) return mx.map((host) => Buffer.concat([Buffer.from([0, 10]), nameOf(host)]));
  return type === types.cname && cname !== undefined ? [nameOf(cname)] : [];
}

function nameOf(host: string): Buffer {
  const labels = host.split(".").map((label) => Buffer.from([label.length, ...Buffer.from(label)]));
  return Buffer.concat([...labels, Buffer.from([0])]);
}

function question(query: Buffer): { name: string; type: number; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString("ascii", at + 1, at + 1 + length));
    at += 1 + length;
  }
  return { name: labels.join(".").toLowerCase(), type: query.readUInt16BE(at + 1), end: at + 5 };
}

function record(type: number, data: Buffer): Buffer {
  const head = Buffer.alloc(12);
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(type, 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(1, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}
