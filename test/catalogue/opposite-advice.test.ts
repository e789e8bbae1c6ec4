import { OPPOSITE_ADVICE, PACKS } from '../../lib/catalogue/opposite-advice';

const rules = OPPOSITE_ADVICE.flatMap(({ channel, rules: named }) => named.map((rule) => ({ channel, ...rule })));

describe('the opposite advice', () => {
  it('tells of each channel and each rule once', () => {
    const channels = OPPOSITE_ADVICE.map(({ channel }) => channel);
    const ids = rules.map(({ pack, id }) => `${pack} ${id}`);
    expect([...channels, ...ids].filter((id, index, all) => all.indexOf(id) !== index)).toEqual([]);
  });

  it('says what a rule is for and what serves that at home, in sentences', () => {
    const sentences = OPPOSITE_ADVICE.flatMap(({ purpose, substitute }) => [purpose, substitute]);
    expect(sentences.filter((sentence) => !/^[A-Z].*\.$/.test(sentence))).toEqual([]);
  });

  it('has a rule of each pack, and looks each up at an address of its own or its pack', () => {
    expect(new Set(rules.map(({ pack }) => pack))).toEqual(new Set(Object.keys(PACKS)));
    const pages = rules.map(({ pack, id }) => PACKS[pack].page(id));
    expect(pages.filter((page) => !/^https:\/\/[\w.-]+\/[\w./#%-]+$/.test(page))).toEqual([]);
  });

  it.each([
    ['security-hub', /^[A-Z][A-Za-z0-9]*\.\d+$/],
    ['config', /^[a-z0-9]+(?:-[a-z0-9]+)+$/],
    ['backup-audit-manager', /^BACKUP_[A-Z_]+$/],
    ['checkov', /^CKV2?_AWS_\d+$/],
    ['prowler', /^[a-z0-9]+(?:_[a-z0-9]+)+$/],
    ['trivy', /^AVD-AWS-\d{4}$/],
  ])('spells rules of %s as it does', (pack, form) => {
    expect(rules.filter((rule) => rule.pack === pack && !form.test(rule.id)).map(({ id }) => id)).toEqual([]);
  });
});
