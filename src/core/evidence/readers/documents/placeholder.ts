const unwritten =
  /^[\s[\](){}<>*_#|:.-]*(more information needed|information needed|needs? more information|to be (added|defined|completed|filled)|coming soon|todo|tbd|n\/?a|none|placeholder|lorem ipsum.*|add (your|a) .*)?[\s[\](){}<>*_#|:.-]*$/i;

/** Whether a text says nothing: empty, a template's variable, or words such as "More Information Needed". */
export function isPlaceholder(text: string): boolean {
  // A template's variables, `{{ model_id | default("[More Information Needed]") }}`, and its instructions in comments.
  const said = text
    .slice(0, 20_000)
    .replace(/\{\{[^}]{0,500}\}\}/g, '')
    .replace(/<!--[^>]{0,2000}-->/g, '');
  return said.split('\n').every((line) => {
    const value = line.replace(/^[\s>*+-]*(\*\*|__)[^*_]{0,80}(\*\*|__):?/, '');
    return value.length < 200 && unwritten.test(value.trim());
  });
}
