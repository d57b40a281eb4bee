/// What was said and transcribed: kept in a database, listed, searched, deleted.
///
/// [HistoryStore] is the database: blocking calls, one connection, one caller at a time.
/// [HistoryModel] asks it from elsewhere and holds what the [HistoryView] shows.
///
/// Three decisions:
///
/// - Each committed piece of a text is a transaction of its own ([OpenEntry]), synced to the disk:
///   a program that is killed has kept it.
/// - The search index is FTS5's `unicode61`, with a space put around each character of the scripts
///   that write none ([SearchWords]). A phrase of such characters is then found anywhere in a text,
///   also one of a single character; the trigram tokenizer would need three, and a second index.
/// - Deleting is in two steps: marked, so that it can be taken back, and later erased together with
///   the sound of a dictation. Only files in the recordings folder are ever deleted. Erased pages
///   are overwritten (`secure_delete`, in the index too).
package dev.sayso.app.history;
