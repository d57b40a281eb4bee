/// Packed weights, and the vocabulary's tables, that are kept in a file from one run to the next.
///
/// Start at [dev.sayso.engine.packed.PackedCache]. Packing a model takes seconds and, done in
/// memory, as much of it as the model has; so the first run writes what it packs to one file
/// for each model and precision, and every later run maps that file and leaves the model's own
/// alone: the vectors lie in it, too.
///
/// Decisions:
/// - **The key** is a SHA-256 over the model folder's real path and, for `config.json`,
///   `vocab.json`, `merges.txt`, the index and every weights file: name, real path, size, times of
///   modification and of change (of creation, where a system has no such time), and a CRC-32C of
///   its first 256 KiB, which hold the list of tensors, and of 32 pieces of 4 KiB spread evenly to
///   its end. That takes milliseconds; hashing every byte would take as long as packing. It
///   catches every change that a file system shows: another size, time, header, config, a file
///   that was replaced, a folder that was copied or moved (packed anew: taking it for the same
///   would need the hash).
///   It misses a change in place that keeps size and time, between the pieces, only where there
///   is no time of change that programs cannot set (Windows) or where the disk changed by
///   itself; the packed weights are then those of the model as it was. The key is taken before
///   the files are opened and again when everything is packed: a model that is replaced
///   meanwhile is not kept.
/// - **Every byte is checked at every start**, by CRC-32C: of the header, of the list of
///   contents, of each section with its padding. Processors compute it: 1.88 GB took 0.15 to
///   0.2 s on one thread of an AMD EPYC, of which a part is paging in what the run would page
///   in later. A mark "checked before" would save that and miss what the disk did since. For
///   the same reason nothing waits for the disk (`fsync`): a file that a power cut left
///   half-written fails its checks.
/// - **A file is written under a temporary name, front to back, and moved into place** in one
///   step once it is whole; the header comes last. Two processes that write the same one have
///   different temporary names, and whoever moves last puts the same content there. Nothing is
///   ever changed in place, so that a mapped file stays what it is. Temporary files that nobody
///   wrote to for ten minutes are deleted at the next start with a cache.
/// - **It is written through a channel, read through a mapping.** Writing to a mapping ends the
///   process when the disk is full; a channel throws. The model is read through a channel as
///   well, a group of panels at a time, because pages of a mapping count as the process's
///   memory: so the first run needs no more than the next. Each section is mapped as soon as it
///   is written, and the run that packed goes on with those mappings.
/// - **The file is mapped no further than it goes**: its size must be exactly what the header
///   says, since touching a mapped page behind a file's end is fatal.
/// - **Sections are found by what they are** (packing, names of tensors, order of columns), not
///   by their place, so that the stages may ask in any order. What is missing is packed in
///   memory, and the file is deleted to be written anew.
/// - **Without a folder to write to the model works all the same**, from memory, and one
///   sentence among the warnings says why. Nothing is begun when less than the model's size and
///   256 MiB are free. Models below 32 MiB are not kept: they are packed in 50 ms.
/// - **Only files with the name of one of ours are ever deleted**: when a new one was written,
///   those of older versions, of models whose folder is gone, and of an earlier state of the
///   same model.
package dev.sayso.engine.packed;
