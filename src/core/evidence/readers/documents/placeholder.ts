const unwritten =
  /^[\s[\](){}<>*_#|:.-]*(more information needed|information needed|needs? more information|to be (added|defined|completed|filled)|coming soon|todo|tbd|n\/?a|none|placeholder|lorem ipsum.*|add (your|a) .*)?[\s[\](){}<>*_#|:.-]*$/i;

/** Sentences of the hub's own template (`modelcard_template.md` of huggingface_hub), which stand in every untouched card. */
const ofTemplate = [
  'users (both direct and downstream) should be made aware of the risks, biases and limitations',
  'carbon emissions can be estimated using the [machine learning impact calculator]',
  'use the code below to get started with the model',
  'this modelcard aims to be a base template for new models',
  '<summary> click to expand </summary>',
];

/** Whether a text says nothing: empty, a template's variable or sentence, or words such as "More Information Needed". */
export function isPlaceholder(text: string): boolean {
  // A template's variables, `{{ model_id | default("[More Information Needed]") }}`, and its instructions in comments.
  const said = text
    .slice(0, 20_000)
    .replace(/\{\{[^}]{0,500}\}\}/g, '')
    .replace(/<!--[^>]{0,2000}-->/g, '')
    .replace(/<\/?details>/g, '');
  return said.split('\n').every(saysNothing);
}

function saysNothing(line: string): boolean {
  const label = /^[\s>*+-]*(\*\*|__)[^*_]{0,80}(\*\*|__):?/;
  const value = line.replace(label, '').trim();
  if (ofTemplate.some((sentence) => value.toLowerCase().startsWith(sentence))) return true;
  return value.length < 300 && unwritten.test(value.replace(/\]\([^)]{0,200}\)/g, ']'));
}
