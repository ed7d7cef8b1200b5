"""Runs a Python module, such as MiniStack, for as long as the process that started it lives.

Standard input is a pipe from that process. However the other end goes, a kill -9 included, the pipe ends; then this
process asks itself to stop as by SIGTERM, so that state is written, and after 20 seconds kills its whole group.
"""

import os
import runpy
import signal
import sys
import threading

GRACE_SECONDS = 20


def stop_when_alone():
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    threading.Event().wait(GRACE_SECONDS)
    os.killpg(os.getpgrp(), signal.SIGKILL)


if __name__ == "__main__":
    threading.Thread(target=stop_when_alone, daemon=True).start()
    module = sys.argv[1]
    sys.argv = sys.argv[1:]
    runpy.run_module(module, run_name="__main__", alter_sys=True)
