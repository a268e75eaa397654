"""The rhythms of the house: drum grids, bass lines, accompaniments and melodic cells, as text.

One string is one bar; its letters divide the bar evenly. "." is silence, "-" holds the note
before. Drums: X strong, x normal, o soft. Bass: r root, 5 fifth, 3 third, 7 seventh or sixth, o octave, n a
step before the next root. Chords: x the whole chord, 1..6 its voices from the bottom.
"""  # noqa: E501

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grid:
    """A drum pattern: for each piece one or more bars, taken in turn."""

    metre: str
    pieces: dict[str, tuple[str, ...]]


FOUR = ("X...X...X...X...",)
BACKBEAT = ("....X.......X...",)
OFF = ("..X...X...X...X.",)

GRIDS: dict[str, Grid] = {
    "house": Grid("4/4", {
        "kick": FOUR, "clap": BACKBEAT, "hat_open": OFF,
        "hat": ("o.ooo.ooo.ooo.oo",), "shaker": ("o.xoo.xoo.xoo.xo",)}),
    "house rim": Grid("4/4", {
        "kick": FOUR, "snare": BACKBEAT, "hat_open": OFF,
        "rim": ("...x..x....x.x..", "...x..x.x....x..")}),
    "deep": Grid("4/4", {
        "kick": ("X...X...X...X...", "X...X...X...X..x"), "clap": BACKBEAT,
        "hat": ("..X...X...X...X.", "..X..oX...X.o.X."), "shaker": ("oxooxoxooxooxoxo",)}),
    "disco": Grid("4/4", {
        "kick": FOUR, "snare": BACKBEAT, "hat_open": OFF, "hat": ("o..oo..oo..oo..o",),
        "tambourine": ("....x.......x...",)}),
    "techno": Grid("4/4", {
        "kick": FOUR, "hat_open": OFF, "hat": ("oo.ooo.ooo.ooo.o",),
        "rim": ("...x..x...x.....", "...x..x...x..x.x")}),
    "techno clap": Grid("4/4", {
        "kick": FOUR, "clap": BACKBEAT, "hat": ("xxXxxxXxxxXxxxXx",),
        "tom": ("..........o..o..", "......o...o..o.o")}),
    "electro": Grid("4/4", {
        "kick": ("X.....X...X.....", "X.....X...X..X.."), "snare": BACKBEAT,
        "hat": ("x.xxx.xxx.xxx.xx",), "cowbell": ("..............x.", "......x...x.....")}),
    "electro bare": Grid("4/4", {
        "kick": ("X..X......X.....", "X..X..X...X....."), "clap": BACKBEAT,
        "hat": ("x.o.x.oox.o.x.oo",)}),
    "break": Grid("4/4", {
        "kick": ("X.X.......XX....", "X.X.......X....."),
        "snare": ("....X..o.o..X..o", "....X..o.o....X."),
        "hat": ("X.x.X.x.X.x.X.x.",)}),
    "break two": Grid("4/4", {
        "kick": ("X..x..X...X.....", "X.....X..xX....."),
        "snare": ("....X..o....X.o.", "....X..o.o..X..X"),
        "ride": ("x.x.x.x.x.x.x.x.",)}),
    "rollers": Grid("4/4", {
        "kick": ("X.........X.....", "X.........X..x.."),
        "snare": ("....X..o.o..X...", "....X..o....X.oo"), "hat": ("xoxoxoxoxoxoxoxo",)}),
    "half": Grid("4/4", {
        "kick": ("X.....x...X.....", "X......x..X...x."), "snare": ("........X.......",),
        "hat": ("x.x.x.x.x.x.x.xo", "x.x.xoxox.x.x.x.")}),
    "boom bap": Grid("4/4", {
        "kick": ("X..x...o..X.....", "X......x.xX....."), "snare": BACKBEAT,
        "hat": ("x.x.x.x.x.x.x.x.",)}),
    "bossa": Grid("4/4", {
        "rim": ("X..X..X...X..X..",), "kick": ("x..ox..ox..ox..o",),
        "shaker": ("xoxoxoxoxoxoxoxo",)}),
    "bossa brushes": Grid("4/4", {
        "rim": ("..X...X.X..X..X.",), "brush": ("xooxxooxxooxxoox",),
        "hat": ("....x.......x...",)}),
    "swing brushes": Grid("4/4", {
        "brush": ("XoxoXoxo",), "hat": ("..x...x.",), "ride": ("o.xoo.xo",)}),
    "swing ride": Grid("4/4", {
        "ride": ("X.XxX.Xx", "X.XxX.X."), "hat": ("..X...X.",),
        "snare": (".....o..", "...o....", "......o.", "........"),
        "kick": ("o.......", "o.....o.")}),
    "tribal": Grid("4/4", {
        "kick": FOUR, "conga": ("..x..x.o..x.xx..", "..x..x.oo.x..xx."),
        "conga_low": ("x......x......x.", "x......xx.....xx"),
        "bongo": ("xoxxoxxoxoxxoxxo",), "shaker": ("x.oxx.oxx.oxx.ox",)}),
    "tribal toms": Grid("4/4", {
        "kick": ("X...X...X...X...", "X...X...X..xX..."),
        "tom": ("...x..x...x..x..", "...x..x.x...x.xx"), "tom_low": ("x.......x.....x.",),
        "conga": ("..o.x.o.x.o.x.ox",)}),
    "folk": Grid("4/4", {
        "kick": ("X.......x.......",), "tambourine": ("....x.......x...",),
        "shaker": ("x.o.x.o.x.o.x.o.",)}),
    "ballad": Grid("4/4", {
        "kick": ("X.......x.x.....",), "rim": ("....X.......X...",),
        "hat": ("x.o.x.o.x.o.x.o.",)}),
    "waltz brushes": Grid("3/4", {
        "ride": ("X.XxX.", "X.X.Xx"), "brush": ("o.x.x.",), "hat": ("..x...",)}),
    "waltz": Grid("3/4", {
        "kick": ("X.....",), "snare": ("..o.o.",), "hat": ("..x.x.",)}),
    "six": Grid("6/8", {
        "kick": ("X.......x...", "X.......x.x."), "snare": ("......X.....",),
        "hat": ("x.o.o.x.o.o.",)}),
    "six soft": Grid("6/8", {
        "kick": ("x...........",), "rim": ("......x.....",), "brush": ("x.o.o.x.o.o.",)}),
}  # fmt: skip

FILLS: dict[str, dict[str, str]] = {
    "roll": {"snare": "xxoxxoxxxxxxXXXX"},
    "toms": {"snare": "x.xx............", "tom": "....x.xx.xx.....", "tom_low": "...........xx.XX"},
    "claps": {"clap": "....x..x..x.xXxX"},
    "brushes": {"brush": "x.xoxxoxxoxXxoxX"},
    "congas": {"conga": "x.xxoxx.xx.x....", "conga_low": "........o..o.xXx"},
    "breath": {"hat": "x.......x......."},
}

BASSES: dict[str, tuple[str, ...]] = {
    "offbeat": ("..r-..r-..r-..r-", "..r-..r-..r-..5-"),
    "octaves": ("r.o.r.o.r.o.r.o.", "r.o.r.o.r.o.5.n."),
    "pushed": ("r-.r..r-..r-.o..", "r-.r..r-..5-o.n."),
    "deep": ("r---..r-....r-..", "r---..r-..o-..n-"),
    "sub": ("r-----------....", "r-----------r-n-"),
    "sixteenths": ("rrrorrrorr5rrror", "rrrorrrorrorr7ro"),
    "electro": ("r.rr..r.o.rr..7.", "r.rr..r.o.r.o.7."),
    "funk": ("r..r..o.r.....7o", "r..r..o...5.7.n."),
    "riff": ("r.o.7.5.r..r.3.5", "r.o.7.5.3-..5-n-"),
    "half": ("r-----....r-o-..", "r-----..r-5-..n-"),
    "roll": ("r-----r-..r-5---", "r---o-..r-..7-n-"),
    "two": ("r-------5-------", "r-------5---n---"),
    "walking": ("r---3---5---n---", "r---5---7---n---", "r---o---5---n---", "o---7---5---n---"),
    "bossa": ("r-----5-5-----r-",),
    "folk": ("r-------5---r---", "r-------5-----n-"),
    "long": ("r---------------",),
    "waltz": ("r---------..", "r-----5-n---"),
    "waltz walk": ("r---3---5---", "r---5---n---"),
    "six": ("r-----5-----", "r---r-5---n-"),
    "six long": ("r-----------",),
}

COMPS: dict[str, tuple[str, ...]] = {
    "whole": ("x---------------",),
    "stabs": ("x-.x-.x-..x-.x..", "x-.x-.x-..x..x.x"),
    "gospel stabs": ("x-.x-.x-.x-.x-.x",),
    "offbeat": ("..x-..x-..x-..x-",),
    "chops": ("....x.......x...", "....x.......x.x."),
    "funk": ("..x.x.xx..x.x.xx", "x.xx..x...x.x.xx"),
    "charleston": ("x-----x-........", "..x-----....x-..", "x-----x-....x---"),
    "pushes": ("x-----x-----x---", "......x-----x-x-"),
    "bossa": ("x-.x-.x-..x-.x-.", "..x-.x-.x-.x-.x-"),
    "quarters": ("x---x---x---x---",),
    "arp": ("1-2-3-4-5-4-3-2-",),
    "arp sixteen": ("1234543212345432", "1324354613243546"),
    "travis": ("1-4-2-5-1-4-3-5-", "1-4-2-5-1-4-2-3-"),
    "alberti": ("1-3-2-3-1-3-2-3-",),
    "bells": ("5-------3---4---", "4-----6-----5---"),
    "machine": ("4.4.5..4..6.5...", "4.4.5..4..3.5.6."),
    "blips": ("..5..6....4...6.", "6..5......6..4.."),
    "waltz": ("....x---x---", "....x-..x-.."),
    "waltz arp": ("1-2-3-4-3-2-",),
    "waltz bells": ("5---4---3---", "6-------4---"),
    "six arp": ("1-3-4-5-4-3-",),
    "six chords": ("x-----x---x-", "x-----x-----"),
    "six bells": ("5-----4-----",),
    "long": ("x-----------",),
}

CELLS: dict[str, tuple[str, ...]] = {
    "calm": ("x-----------x---", "x-------x---x---", "x-----x-x-------", "....x-------x---"),
    "song": ("x---x-x-x---x---", "x-----x-x-x-....", "..x-x-x-x-----..", "x---x---x-x-x---"),
    "busy": ("x--x--x-x-x-x-x-", "x-x-xxx-x--x--..", "..x-x-xxx-x-x---", "x-xxx-x-..x-x-x-"),
    "swing": ("..x-x-x-x---..x-", "x-x-x-..x-x-x-x-", "....x-x-x-x-x---", "x-----x-x-x-...."),
    "robot": ("x.x.x..x..x.x...", "x..x..x.x..x..x.", "x...x.x.x......."),
    "waltz": ("x---x---x---", "x-------x---", "x-----x-x---", "x-x-x-x-x---"),
    "six": ("x-----x---x-", "x---x-x-----", "x-x-x-x-----", "x-----x-x-x-"),
}
CADENCES: dict[int, str] = {16: "x-------........", 12: "x-------...."}
