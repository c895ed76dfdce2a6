CREATE TABLE alert (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  symbol TEXT,
  freq TEXT NOT NULL,
  condition TEXT NOT NULL CHECK (json_valid(condition)),
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  cooldown_ms INTEGER NOT NULL CHECK (cooldown_ms >= 0),
  enabled INTEGER NOT NULL DEFAULT 1 CHECK (enabled IN (0, 1)),
  created_at INTEGER NOT NULL,
  armed_at INTEGER NOT NULL
, watchlist INTEGER) STRICT;

CREATE TABLE alert_event (
  id INTEGER PRIMARY KEY,
  alert INTEGER NOT NULL REFERENCES alert ON DELETE CASCADE,
  subject TEXT NOT NULL,
  time REAL NOT NULL,
  close REAL,
  fired_at INTEGER NOT NULL,
  live INTEGER NOT NULL CHECK (live IN (0, 1)),
  after5 REAL,
  after10 REAL,
  after20 REAL,
  UNIQUE (alert, subject, time)
) STRICT;

CREATE INDEX alert_event_open ON alert_event (id) WHERE after20 IS NULL;

CREATE TABLE alert_watch (
  alert INTEGER NOT NULL REFERENCES alert ON DELETE CASCADE,
  subject TEXT NOT NULL,
  seen_until REAL,
  last_moment REAL,
  problem TEXT CHECK (problem IS NULL OR json_valid(problem)),
  PRIMARY KEY (alert, subject)
) STRICT, WITHOUT ROWID;

CREATE TABLE bar_blob (
  series INTEGER PRIMARY KEY REFERENCES series (id) ON DELETE CASCADE,
  checksum INTEGER NOT NULL,
  columns BLOB NOT NULL
) STRICT;

CREATE TABLE bar_revision (
  id INTEGER PRIMARY KEY,
  series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  time INTEGER NOT NULL,
  open REAL,
  high REAL,
  low REAL,
  close REAL,
  volume REAL,
  amount REAL,
  flags INTEGER NOT NULL CHECK (flags BETWEEN 0 AND 255),
  batch INTEGER NOT NULL REFERENCES import_batch (id),
  replaced_by INTEGER NOT NULL REFERENCES import_batch (id)
) STRICT;

CREATE INDEX bar_revision_batch ON bar_revision (batch);

CREATE INDEX bar_revision_replaced_by ON bar_revision (replaced_by);

CREATE INDEX bar_revision_series_time ON bar_revision (series, time);

CREATE TABLE bar_tail (
  series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  time INTEGER NOT NULL,
  open REAL,
  high REAL,
  low REAL,
  close REAL,
  volume REAL,
  amount REAL,
  flags INTEGER NOT NULL CHECK (flags BETWEEN 0 AND 255),
  batch INTEGER NOT NULL,
  PRIMARY KEY (series, time)
) STRICT, WITHOUT ROWID;

CREATE TABLE capital_flow (
  id INTEGER PRIMARY KEY,
  instrument INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  day INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  super_large REAL NOT NULL,
  large REAL NOT NULL,
  medium REAL NOT NULL,
  small REAL NOT NULL,
  super_large_percent REAL NOT NULL,
  large_percent REAL NOT NULL,
  medium_percent REAL NOT NULL,
  small_percent REAL NOT NULL,
  source TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (id)
) STRICT;

CREATE INDEX capital_flow_batch ON capital_flow (batch);

CREATE INDEX capital_flow_instrument ON capital_flow (instrument, source, day);

CREATE TABLE chan_log (
  id INTEGER PRIMARY KEY,
  series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  basis TEXT NOT NULL,
  factor_version INTEGER NOT NULL CHECK (factor_version >= 0),
  anchor_time REAL NOT NULL,
  anchor_close REAL NOT NULL,
  known_to REAL NOT NULL,
  version INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  UNIQUE (series, factor_version)
) STRICT;

CREATE TABLE chan_log_entry (
  log INTEGER NOT NULL REFERENCES chan_log (id) ON DELETE CASCADE,
  part TEXT NOT NULL CHECK (part IN ('bi', 'seg', 'zs', 'bsp', 'segseg', 'segzs', 'segbsp')),
  key TEXT NOT NULL,
  first_seen REAL NOT NULL,
  last_moved REAL NOT NULL,
  final REAL,
  vanished REAL,
  recorded_at INTEGER NOT NULL,
  PRIMARY KEY (log, part, key, first_seen)
) STRICT, WITHOUT ROWID;

CREATE TABLE commit_change (
  version INTEGER PRIMARY KEY,
  changes BLOB NOT NULL CHECK (length(changes) % 12 = 0)
) STRICT;

CREATE TABLE corporate_action (
  id INTEGER PRIMARY KEY,
  instrument INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('split', 'dividend', 'rights')),
  ex_date INTEGER NOT NULL,
  announced_at INTEGER,
  value REAL NOT NULL CHECK (value > 0),
  price REAL CHECK (price >= 0),
  source TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (id)
) STRICT;

CREATE INDEX corporate_action_batch ON corporate_action (batch);

CREATE INDEX corporate_action_instrument ON corporate_action (instrument, kind, ex_date, source);

CREATE TABLE fundamental_report (
  id INTEGER PRIMARY KEY,
  instrument INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  period_end INTEGER NOT NULL,
  months INTEGER NOT NULL CHECK (months BETWEEN 1 AND 24),
  published_at INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  currency TEXT,
  revenue REAL,
  gross_profit REAL,
  net_profit REAL,
  equity REAL,
  assets REAL,
  source TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (id)
) STRICT;

CREATE INDEX fundamental_report_batch ON fundamental_report (batch);

CREATE INDEX fundamental_report_instrument ON fundamental_report (instrument, source, period_end, months, published_at);

CREATE TABLE import_batch (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  file TEXT NOT NULL,
  format TEXT NOT NULL,
  at INTEGER NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'completed', 'cancelled', 'interrupted', 'undone')),
  rows INTEGER NOT NULL DEFAULT 0 CHECK (rows >= 0),
  imported INTEGER NOT NULL DEFAULT 0 CHECK (imported >= 0),
  rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected >= 0),
  symbols INTEGER NOT NULL DEFAULT 0 CHECK (symbols >= 0)
) STRICT;

CREATE TABLE import_mapping (
  name TEXT PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 64),
  options TEXT NOT NULL CHECK (json_valid(options))
) STRICT, WITHOUT ROWID;

CREATE TABLE import_rejection (
  id INTEGER PRIMARY KEY,
  batch INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
  line INTEGER NOT NULL,
  rule TEXT NOT NULL,
  text TEXT NOT NULL CHECK (length(text) <= 200)
) STRICT;

CREATE INDEX import_rejection_batch ON import_rejection (batch);

CREATE TABLE import_series (
  batch INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE,
  series INTEGER NOT NULL REFERENCES series (id) ON DELETE CASCADE,
  PRIMARY KEY (batch, series)
) STRICT, WITHOUT ROWID;

CREATE INDEX import_series_series ON import_series (series);

CREATE TABLE industry_membership (
  id INTEGER PRIMARY KEY,
  instrument INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  scheme TEXT NOT NULL CHECK (length(scheme) BETWEEN 1 AND 64),
  industry TEXT NOT NULL CHECK (length(industry) BETWEEN 1 AND 200),
  valid_from INTEGER,
  valid_until INTEGER,
  source TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (id) ON DELETE CASCADE
) STRICT;

CREATE INDEX industry_membership_batch ON industry_membership (batch);

CREATE INDEX industry_membership_instrument ON industry_membership (instrument, scheme);

CREATE TABLE instrument (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  mic TEXT NOT NULL CHECK (length(mic) BETWEEN 1 AND 16),
  code TEXT NOT NULL CHECK (length(code) BETWEEN 1 AND 64),
  kind TEXT NOT NULL CHECK (kind IN ('stock', 'etf', 'fund', 'index', 'crypto', 'fx', 'future', 'other')),
  name_en TEXT,
  name_zh TEXT,
  pinyin TEXT,
  currency TEXT,
  zone TEXT NOT NULL,
  calendar TEXT,
  board TEXT,
  tick_size REAL CHECK (tick_size > 0),
  lot_size REAL CHECK (lot_size > 0),
  listed_on INTEGER,
  delisted_on INTEGER CHECK (delisted_on >= listed_on),
  created_by INTEGER REFERENCES import_batch (id) ON DELETE SET NULL,
  UNIQUE (mic, code)
) STRICT;

CREATE TABLE instrument_former_key (
  mic TEXT NOT NULL,
  code TEXT NOT NULL,
  valid_until INTEGER NOT NULL,
  instrument INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  PRIMARY KEY (mic, code, valid_until)
) STRICT, WITHOUT ROWID;

CREATE INDEX instrument_former_key_instrument ON instrument_former_key (instrument);

CREATE TABLE job_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  job TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('schedule', 'user')),
  started_at INTEGER NOT NULL,
  ended_at INTEGER NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'partial', 'failed', 'cancelled')),
  done INTEGER NOT NULL,
  failed INTEGER NOT NULL,
  missed INTEGER NOT NULL,
  error TEXT CHECK (json_valid(error)),
  failures TEXT NOT NULL CHECK (json_valid(failures))
) STRICT;

CREATE INDEX job_run_job ON job_run (job, id);

CREATE TABLE job_state (
  job TEXT PRIMARY KEY CHECK (length(job) BETWEEN 1 AND 64),
  enabled INTEGER NOT NULL CHECK (enabled IN (0, 1)),
  schedule TEXT CHECK (json_valid(schedule)),
  scope TEXT CHECK (json_valid(scope)),
  slot INTEGER,
  marks TEXT NOT NULL CHECK (json_valid(marks)),
  next_due_utc INTEGER,
  last_success INTEGER,
  attempts INTEGER NOT NULL CHECK (attempts >= 0)
) STRICT, WITHOUT ROWID;

CREATE TABLE news (
  id INTEGER PRIMARY KEY,
  title TEXT NOT NULL,
  summary TEXT NOT NULL,
  url TEXT,
  source TEXT NOT NULL,
  published_at INTEGER NOT NULL,
  is_dated INTEGER NOT NULL CHECK (is_dated IN (0, 1)),
  fetched_at INTEGER NOT NULL,
  mood TEXT,
  score REAL NOT NULL,
  confidence REAL NOT NULL,
  reasons TEXT NOT NULL CHECK (json_valid(reasons)),
  important TEXT NOT NULL CHECK (json_valid(important)),
  topics TEXT NOT NULL CHECK (json_valid(topics))
) STRICT;

CREATE INDEX news_published ON news (published_at);

CREATE TABLE news_feed (
  url TEXT PRIMARY KEY,
  etag TEXT,
  last_modified TEXT,
  succeeded_at INTEGER,
  failed_at INTEGER,
  failure TEXT CHECK (failure IS NULL OR json_valid(failure))
) STRICT, WITHOUT ROWID;

CREATE TABLE news_identity (
  identity TEXT PRIMARY KEY,
  news INTEGER NOT NULL REFERENCES news ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX news_identity_news ON news_identity (news);

CREATE TABLE news_symbol (
  news INTEGER NOT NULL REFERENCES news ON DELETE CASCADE,
  symbol TEXT NOT NULL,
  PRIMARY KEY (news, symbol)
) STRICT, WITHOUT ROWID;

CREATE INDEX news_symbol_symbol ON news_symbol (symbol, news);

CREATE TABLE origin_difference (
  symbol TEXT NOT NULL,
  freq TEXT NOT NULL,
  origin TEXT NOT NULL,
  other TEXT NOT NULL,
  time INTEGER NOT NULL,
  close REAL NOT NULL,
  other_close REAL NOT NULL,
  noticed_at INTEGER NOT NULL,
  PRIMARY KEY (symbol, freq, origin, other, time)
) STRICT, WITHOUT ROWID;

CREATE TABLE portfolio (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 64),
  currency TEXT CHECK (length(currency) BETWEEN 1 AND 8),
  changed_at INTEGER NOT NULL
) STRICT;

CREATE TABLE portfolio_entry (
  portfolio INTEGER NOT NULL REFERENCES portfolio (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('buy', 'sell', 'dividend', 'deposit', 'withdrawal', 'fee', 'position')),
  day INTEGER,
  symbol TEXT,
  quantity REAL CHECK (quantity > 0),
  price REAL CHECK (price >= 0),
  fee REAL NOT NULL DEFAULT 0 CHECK (fee >= 0),
  amount REAL CHECK (amount >= 0),
  note TEXT NOT NULL DEFAULT '' CHECK (length(note) <= 200),
  PRIMARY KEY (portfolio, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX portfolio_entry_symbol ON portfolio_entry (symbol);

CREATE TABLE refresh_item (
  symbol TEXT NOT NULL,
  freq TEXT NOT NULL,
  run INTEGER NOT NULL REFERENCES refresh_run,
  state TEXT NOT NULL CHECK (state IN ('pending', 'current', 'stale', 'failed')),
  origin TEXT,
  tried TEXT NOT NULL CHECK (json_valid(tried)),
  added INTEGER NOT NULL,
  revised INTEGER NOT NULL,
  rebased INTEGER NOT NULL CHECK (rebased IN (0, 1)),
  gaps INTEGER NOT NULL CHECK (gaps >= 0),
  at INTEGER,
  PRIMARY KEY (symbol, freq)
) STRICT, WITHOUT ROWID;

CREATE INDEX refresh_item_run ON refresh_item (run, state);

CREATE TABLE refresh_run (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  subject TEXT NOT NULL,
  sources TEXT NOT NULL CHECK (json_valid(sources)),
  state TEXT NOT NULL CHECK (state IN ('running', 'completed', 'interrupted')),
  started_at INTEGER NOT NULL,
  ended_at INTEGER
) STRICT;

CREATE TABLE scan_rule (
  name TEXT NOT NULL COLLATE NOCASE PRIMARY KEY CHECK (length(name) BETWEEN 1 AND 80),
  text TEXT NOT NULL CHECK (length(text) BETWEEN 1 AND 8000)
) STRICT, WITHOUT ROWID;

CREATE TABLE scan_run (
  id INTEGER PRIMARY KEY,
  rule TEXT NOT NULL COLLATE NOCASE CHECK (length(rule) BETWEEN 1 AND 80),
  text TEXT NOT NULL,
  scope TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  kept_at INTEGER NOT NULL,
  matches INTEGER NOT NULL,
  outcome BLOB NOT NULL,
  UNIQUE (rule, text, scope, as_of)
) STRICT;

CREATE TABLE series (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  instrument INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  freq TEXT NOT NULL CHECK (freq IN ('1m', '5m', '15m', '30m', '1h', '4h', '1d', '1w', '1M')),
  origin TEXT NOT NULL,
  basis TEXT NOT NULL CHECK (basis IN ('raw', 'split', 'total', 'forwardAdditive')),
  version INTEGER NOT NULL,
  bars INTEGER NOT NULL CHECK (bars >= 0),
  blob_bars INTEGER NOT NULL CHECK (blob_bars BETWEEN 0 AND bars),
  first_time INTEGER,
  last_time INTEGER CHECK (last_time >= first_time),
  last_close REAL,
  previous_close REAL,
  last_volume REAL,
  filled INTEGER NOT NULL,
  range INTEGER NOT NULL,
  open INTEGER NOT NULL,
  revised INTEGER NOT NULL,
  source TEXT NOT NULL,
  fetched_at INTEGER NOT NULL, amount INTEGER NOT NULL DEFAULT 0 CHECK (amount >= 0),
  UNIQUE (instrument, freq, origin, basis)
) STRICT;

CREATE TABLE setting (
  key TEXT PRIMARY KEY CHECK (length(key) BETWEEN 1 AND 64),
  value TEXT NOT NULL CHECK (json_valid(value))
) STRICT, WITHOUT ROWID;

CREATE TABLE share_count (
  id INTEGER PRIMARY KEY,
  instrument INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  effective_from INTEGER NOT NULL,
  recorded_at INTEGER NOT NULL,
  total REAL NOT NULL CHECK (total > 0),
  floating REAL CHECK (floating BETWEEN 0 AND total),
  source TEXT NOT NULL,
  batch INTEGER NOT NULL REFERENCES import_batch (id)
) STRICT;

CREATE INDEX share_count_batch ON share_count (batch);

CREATE INDEX share_count_instrument ON share_count (instrument, source, effective_from);

CREATE TABLE sqlite_sequence(name,seq);

CREATE TABLE store_state (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  data_version INTEGER NOT NULL CHECK (data_version >= 0),
  checked_at INTEGER
) STRICT;

CREATE TABLE stored_analysis (
  id INTEGER PRIMARY KEY,
  instrument INTEGER NOT NULL REFERENCES instrument (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (length(kind) BETWEEN 1 AND 32),
  freq TEXT NOT NULL,
  as_of INTEGER NOT NULL,
  computed_at INTEGER NOT NULL,
  figures TEXT NOT NULL CHECK (json_valid(figures)),
  UNIQUE (instrument, kind, freq, as_of)
) STRICT;

CREATE TABLE watchlist (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE CHECK (length(name) BETWEEN 1 AND 64),
  group_name TEXT CHECK (length(group_name) BETWEEN 1 AND 64),
  position INTEGER NOT NULL
, batch INTEGER REFERENCES import_batch (id) ON DELETE SET NULL) STRICT;

CREATE INDEX watchlist_batch ON watchlist (batch) WHERE batch IS NOT NULL;

CREATE TABLE watchlist_member (
  watchlist INTEGER NOT NULL REFERENCES watchlist (id) ON DELETE CASCADE,
  symbol TEXT NOT NULL CHECK (length(symbol) BETWEEN 3 AND 81),
  position INTEGER NOT NULL,
  tags TEXT NOT NULL CHECK (json_valid(tags)), batch INTEGER REFERENCES import_batch (id) ON DELETE SET NULL,
  PRIMARY KEY (watchlist, symbol)
) STRICT, WITHOUT ROWID;

CREATE INDEX watchlist_member_batch ON watchlist_member (batch) WHERE batch IS NOT NULL;

CREATE INDEX watchlist_member_symbol ON watchlist_member (symbol);
