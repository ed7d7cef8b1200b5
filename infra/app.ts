import { join } from "node:path";
import { App } from "aws-cdk-lib";
import { build, coalition } from "./coalition.ts";
import { readStage } from "./stage.ts";

const app = new App();
const stage = readStage(app);
const built = await build(app.node.tryGetContext("buildFolder") ?? join(".local/build", stage.name));
coalition(app, stage, built);
app.synth();
