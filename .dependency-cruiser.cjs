/** Who may import whom; docs/design.md, "The house". */
module.exports = {
  forbidden: [
    {
      name: "domain-is-pure",
      comment:
        "Rules know no AWS, no middleware and nothing outside shared/domain; what they need is handed to them.",
      severity: "error",
      from: { path: "^shared/domain/" },
      to: { path: "(^|/)(@aws-sdk|@aws-lambda-powertools|@smithy|@middy|aws-cdk-lib|aws-lambda)(/|$)" },
    },
    {
      name: "domain-imports-only-domain",
      severity: "error",
      from: { path: "^shared/domain/" },
      to: { path: "^(shared|functions|web|infra|test)/", pathNot: "^shared/domain/" },
    },
    {
      name: "capabilities-do-not-import-each-other",
      comment:
        "What two capabilities share lies in shared/, or in functions/edge. One entry alone joins two: the links in mails lead to one address, whether they are about a participation or a membership.",
      severity: "error",
      from: {
        path: "^functions/([^/]+)/",
        pathNot: ["^functions/edge/", "^functions/participation/api\\.ts$"],
      },
      to: { path: "^functions/", pathNot: ["^functions/$1/", "^functions/edge/"] },
    },
    {
      name: "edge-imports-no-capability",
      severity: "error",
      from: { path: "^functions/edge/" },
      to: { path: "^functions/", pathNot: "^functions/edge/" },
    },
    {
      name: "shared-stands-below",
      severity: "error",
      from: { path: "^shared/" },
      to: { path: "^(functions|web|infra|test)/" },
    },
    {
      name: "web-only-draws",
      severity: "error",
      from: { path: "^web/" },
      to: { path: "^(functions|infra|test)/" },
    },
    {
      name: "what-runs-knows-not-what-deploys",
      severity: "error",
      from: { path: "^functions/" },
      to: { path: "^(infra|test)/" },
    },
    {
      name: "nothing-imports-tests",
      severity: "error",
      from: { path: "^(functions|shared|web|infra)/" },
      to: { path: "^test/" },
    },
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    {
      name: "nothing-from-dev-where-it-runs",
      comment: "Bundles must hold only what package.json names as dependencies.",
      severity: "error",
      from: { path: "^(functions|shared|web)/" },
      to: { dependencyTypes: ["npm-dev"], dependencyTypesNot: ["type-only"] },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "node", "default"] },
  },
};
