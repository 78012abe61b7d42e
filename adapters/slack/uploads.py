"""Hands a file over in the direct message: Slack gives an address, takes the bytes, and shows the file."""

import asyncio
from tempfile import TemporaryFile
from typing import BinaryIO

from aiohttp import ClientSession
from slack_sdk.web.async_client import AsyncWebClient

from bot.filing import WrittenFile


async def upload(client: AsyncWebClient, session: ClientSession, written: WrittenFile, user: str) -> None:
    """
    Upload a file and share it with one person; it is gathered on the disk, since Slack asks for its size.

    Raises:
        SlackApiError: Slack does not take it.
        ClientError: The upload did not get through.
    """
    opened = await client.conversations_open(users=user)
    with TemporaryFile() as file:
        size = await asyncio.to_thread(_gather, written, file)
        given = await client.files_getUploadURLExternal(filename=written.name, length=size)
        async with session.post(given["upload_url"], data=file) as response:
            response.raise_for_status()
    await client.files_completeUploadExternal(
        files=[{"id": given["file_id"], "title": written.name}], channel_id=opened["channel"]["id"]
    )


def _gather(written: WrittenFile, file: BinaryIO) -> int:
    file.writelines(written.pieces)
    size = file.tell()
    file.seek(0)
    return size
