/// The styles of the audit page, which are embedded in it. All text has a contrast of at least 7:1.
enum AuditStyle {
  static let sheet = """
    :root { --paper: #fff; --shade: #f3f5f8; --ink: #16191d; --quiet: #474e57; --link: #0f4374; \
    --line: #bfc6cf; --error: #8f1d14; --warning: #6b4200; --hint: #0f4374; --accepted: #474e57; --mark: #ffe08a; }
    @media (prefers-color-scheme: dark) {
    :root { --paper: #121519; --shade: #1c2127; --ink: #eef1f4; --quiet: #bfc6cf; --link: #a3ceff; --line: #3d4650; \
    --error: #ffb4ab; --warning: #ffc861; --hint: #a3ceff; --accepted: #bfc6cf; --mark: #5c4a00; }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); font-family: system-ui, -apple-system, "Segoe UI", "PingFang SC", \
    "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; line-height: 1.65; }
    body { margin: 0; }
    main { max-width: 62rem; margin: 0 auto; padding: 1.5rem clamp(1rem, 4vw, 2.5rem) 4rem; overflow-wrap: anywhere; }
    h1 { margin: 0; font-size: 1.875rem; line-height: 1.35; }
    h2 { margin: 3rem 0 .75rem; padding-top: .75rem; border-top: 2px solid var(--ink); font-size: 1.375rem; }
    h3 { margin: 1.75rem 0 .75rem; font-size: 1.0625rem; }
    p { margin: 0 0 .5rem; }
    a { color: var(--link); }
    .where a, th a { display: inline-block; min-height: 1.5rem; }
    :focus-visible { outline: 3px solid var(--warning); outline-offset: 2px; }
    code, pre { font-family: ui-monospace, Consolas, "Noto Sans Mono CJK SC", monospace; font-size: .9375em; }
    pre { margin: .25rem 0 .5rem; padding: .5rem .75rem; background: var(--shade); white-space: pre-wrap; overflow-wrap: anywhere; }
    mark { padding: 0 .15em; background: var(--mark); color: var(--ink); outline: 1px solid; }
    .site, .region, .note, .where { color: var(--quiet); }
    .counts { display: flex; flex-wrap: wrap; gap: .5rem 2.5rem; margin: 1rem 0 1.5rem; }
    .counts dt { color: var(--quiet); }
    .counts dd { margin: 0; font-size: 1.75rem; font-weight: 700; line-height: 1.2; font-variant-numeric: tabular-nums; }
    .scroll { overflow-x: auto; }
    table { width: 100%; border-collapse: collapse; font-variant-numeric: tabular-nums; overflow-wrap: normal; }
    caption { padding-bottom: .5rem; font-weight: 700; text-align: left; }
    th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); text-align: right; vertical-align: top; }
    th:first-child { text-align: left; }
    tbody th { min-width: 8em; font-weight: 400; }
    .findings { margin: 0; padding: 0; list-style: none; }
    .findings li { margin: 0 0 1rem; padding: .25rem 0 .25rem 1rem; border-left: 5px solid var(--line); break-inside: avoid; }
    .findings .error { border-color: var(--error); }
    .findings .warning { border-color: var(--warning); }
    .findings .hint { border-color: var(--hint); }
    .error > .what strong { color: var(--error); }
    .warning > .what strong { color: var(--warning); }
    .hint > .what strong { color: var(--hint); }
    @media print {
    :root { --paper: #fff; --shade: #fff; --ink: #000; --quiet: #000; --link: #000; --line: #999; --error: #000; \
    --warning: #000; --hint: #000; --accepted: #000; --mark: #fff; }
    html { font-size: 10pt; }
    main { max-width: none; padding: 0; }
    h2, h3 { break-after: avoid; }
    pre { border: 1px solid #999; }
    .scroll { overflow: visible; }
    }
    @page { size: A4; margin: 18mm 16mm; }

    """
}
