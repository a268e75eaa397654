"""Source training at scale: a published data set in, a model to learn from out.

data_set (words, sides, files) -> clip_store (spectrograms, mapped) -> crops (batches, read ahead)
-> source_loop (one process or many: processes) -> run_checkpoint (survives a kill) ->
source_model (tested, with its card). pretrain: the whole, top to bottom. The networks, losses and
schedules are training's.
"""
