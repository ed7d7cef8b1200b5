/**
 * Parameters of the emulator's own Systems Manager. What is noted there is kept and lost together with what it is about,
 * which a file beside the emulator is not.
 */
export async function readParameter(endpoint: string, name: string): Promise<string | undefined> {
  const answer = await ask(endpoint, "GetParameter", { Name: name });
  if (answer.ok) return ((await answer.json()) as { Parameter: { Value: string } }).Parameter.Value;
  const { __type } = (await answer.json()) as { __type?: string };
  if (__type?.endsWith("ParameterNotFound")) return undefined;
  throw new Error(`the emulator could not read ${name}: ${__type ?? answer.status}`);
}

export async function writeParameter(endpoint: string, name: string, value: string): Promise<void> {
  const answer = await ask(endpoint, "PutParameter", {
    Name: name,
    Value: value,
    Type: "String",
    Overwrite: true,
  });
  if (!answer.ok) throw new Error(`the emulator could not note ${name}: ${answer.status}`);
}

function ask(endpoint: string, operation: string, body: Record<string, unknown>): Promise<Response> {
  return fetch(endpoint, {
    method: "POST",
    headers: { "content-type": "application/x-amz-json-1.1", "x-amz-target": `AmazonSSM.${operation}` },
    body: JSON.stringify(body),
  });
}
