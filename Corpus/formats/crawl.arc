filedesc://crawl.arc 0.0.0.0 20240301000000 text/plain 69
1 0 Example
URL IP-address Archive-date Content-type Archive-length


https://wire.example.org/health/mpox-becomes-an-international-emergency-hw-0048 192.0.2.1 20240301000000 text/html 1089
HTTP/1.1 200 OK
Content-Type: text/html; charset=utf-8
Content-Length: 1008

<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Mpox becomes an international emergency | Harbour Wire</title>
<link rel="canonical" href="https://wire.example.org/health/mpox-becomes-an-international-emergency-hw-0048">
<meta property="og:type" content="article"><meta property="article:published_time" content="2022-07-23T15:30:00Z">
</head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Mpox becomes an international emergency</h1>
<p class="byline">By Priya Nand</p>
<p>The head of the World Health Organization declared monkeypox an emergency of international concern on Saturday, although the committee that advises him was split. More than 16,000 cases have been reported from 75 countries and territories this year, most of them in Europe, and five people have died, all in Africa. Before May the disease was rarely seen outside central and west Africa; Congo reports cases every year.</p>
</article>
<footer>© Harbour Wire</footer>
</body></html>

