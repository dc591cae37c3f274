def tasks(data, work): return []
def report(s, t): pass
