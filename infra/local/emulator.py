"""Runs MiniStack for as long as the process that started it lives.

Its standard input is a pipe from that process. However the other end goes, a kill -9 included, the pipe ends; then this
process asks itself to stop as by SIGTERM, so that the state is written, and after 20 seconds kills its whole group.
"""

import os
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
    sys.argv = ["ministack"]
    from ministack.app import main

    main()
