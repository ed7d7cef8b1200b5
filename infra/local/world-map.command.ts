import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./paths.ts";
import { worldDots } from "./world-dots.ts";

/** `npm run map`: makes web/map/world-dots.json anew, out of the outlines of Natural Earth (public domain). */
const { viewBox, dots } = worldDots();
const lines = Object.entries(dots).map(([code, path]) => `${JSON.stringify(code)}: ${JSON.stringify(path)}`);
const text = `{\n"viewBox": ${JSON.stringify(viewBox)},\n"dots": {\n${lines.join(",\n")}\n}\n}\n`;
writeFileSync(join(root, "web/map/world-dots.json"), text);
console.log(`${lines.length} countries, ${text.length} bytes`);
