namespace LambdaHooks.Cli.Report;

/// <summary>How a report looks: on a screen, light or dark, and on paper.</summary>
internal static class ReportStyle
{
    public const string Css = """
        :root{color-scheme:light dark;--ink:#1b1f24;--soft:#57606a;--paper:#fff;--shade:#f4f6f8;--rule:#d5dbe1;--link:#0550ae;--warn:#9a3412;--good:#116329}
        @media (prefers-color-scheme:dark){:root{--ink:#e6edf3;--soft:#9aa5b1;--paper:#12161c;--shade:#1b2129;--rule:#37414d;--link:#79b8ff;--warn:#ffb08a;--good:#7ee2a0}}
        *{box-sizing:border-box}
        body{margin:0 auto;padding:1.5rem;max-width:76rem;background:var(--paper);color:var(--ink);font:15px/1.5 system-ui,sans-serif;overflow-wrap:break-word}
        h1{font-size:1.6rem;margin:0 0 .25rem}h2{font-size:1.25rem;margin:2.2rem 0 .6rem;border-bottom:2px solid var(--rule);padding-bottom:.2rem}h3{font-size:1.05rem;margin:0}h4{font-size:.95rem;margin:1rem 0 .25rem}
        a{color:var(--link)}nav ul{list-style:none;padding:0;display:flex;flex-wrap:wrap;gap:.25rem 1rem;margin:.4rem 0}
        p{margin:.4rem 0}.note,caption,.axis{color:var(--soft)}.note{font-size:.9rem}
        dl.facts{display:grid;grid-template-columns:repeat(auto-fit,minmax(9rem,1fr));gap:.6rem;margin:1rem 0}
        dl.facts div{background:var(--shade);border:1px solid var(--rule);border-radius:.4rem;padding:.5rem .8rem}
        dl.facts dt{color:var(--soft);font-size:.85rem}dl.facts dd{margin:0;font-size:1.35rem;font-weight:600;font-variant-numeric:tabular-nums}
        .scroll{overflow-x:auto}table{border-collapse:collapse;width:100%;margin:.5rem 0;font-size:.92rem}
        caption{text-align:left;padding:.2rem 0;font-size:.9rem}th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid var(--rule)}
        td:not(.n){min-width:7rem}thead th{background:var(--shade);white-space:nowrap}tbody th{font-weight:600}td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
        article{border:1px solid var(--rule);border-radius:.5rem;padding:.9rem 1.1rem;margin:1.1rem 0}article header{display:flex;flex-wrap:wrap;gap:.2rem 1rem;align-items:baseline}
        .flags{color:var(--warn);font-weight:600}.bad{color:var(--warn)}.good{color:var(--good)}
        .long{display:block;white-space:pre-wrap;max-height:24rem;overflow:auto;background:var(--shade);padding:.5rem;border-radius:.3rem}
        u{text-decoration:underline dotted 2px var(--warn);text-underline-offset:.2em}blockquote{margin:.3rem 0;padding:.3rem .8rem;border-left:4px solid var(--rule)}
        summary{cursor:pointer;color:var(--link)}summary bdi{color:var(--ink)}
        figure{margin:.6rem 0}figcaption{font-size:.92rem;margin-bottom:.2rem}.track{display:grid;grid-template-columns:minmax(6rem,11rem) 1fr;column-gap:.6rem}
        .track ul{list-style:none;margin:0;padding:0}.track li{overflow:hidden;white-space:nowrap;text-overflow:ellipsis;font-size:13px;line-height:24px;text-align:right}
        .track li.fused{font-weight:700}.track li.out{text-decoration:line-through;color:var(--soft)}.track>svg{display:block;width:100%;overflow:visible}.track svg svg{overflow:hidden}
        svg text{font:12px system-ui,sans-serif;fill:#111;unicode-bidi:plaintext}svg .axis text{fill:var(--soft)}svg .axis line{stroke:var(--rule)}svg .lane{fill:var(--shade)}svg .lane.fused{fill:none;stroke:var(--rule)}
        svg .spread{stroke:#111;stroke-width:1.5;filter:drop-shadow(0 0 1px #fff)}svg .out{opacity:.5}.legend{list-style:none;padding:0;margin:.3rem 0;display:flex;flex-wrap:wrap;gap:.2rem .5rem;font-size:.85rem}
        .legend li{color:#111;padding:0 .5rem;border-radius:.3rem;border:1px solid}
        @media print{body{max-width:none;padding:0;font-size:11px}article,figure,tr{break-inside:avoid}nav{display:none}details:not([open])>*{display:revert}*{print-color-adjust:exact;-webkit-print-color-adjust:exact}}
        """;
}
