// Reads a script as a browser from 2015 would: fails where it has later syntax.

import { readFile } from "node:fs/promises";
import { parse } from "acorn";

parse(await readFile(process.argv[2], "utf8"), { ecmaVersion: 2015, sourceType: "script" });
